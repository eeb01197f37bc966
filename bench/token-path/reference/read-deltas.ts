/** The texts of a streamed answer as most read one: `fetch`, the platform's decoder, an event parser, JSON. */
export async function* readDeltas(providerPort: number, model: string): AsyncGenerator<string> {
  const response = await fetch(`http://127.0.0.1:${providerPort}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model, stream: true, messages: [{ role: "user", content: "Tell me something." }] }),
  });
  let rest = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (rest + piece).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = event.slice("data: ".length);
      const text = data === "[DONE]" ? "" : JSON.parse(data).choices[0]?.delta.content;
      if (text) yield text;
    }
  }
}
