const OTHER_KINDS =
  /embedding|moderation|whisper|tts|dall-e|image|sora|audio|realtime|live|transcribe|translate|instruct|davinci|babbage|codex|computer-use|search|deep-research|-pro(-|$)/;

/**
 * Whether a model that OpenAI lists answers chat completions, judged by its name because the list
 * says nothing else. A name of a kind that we do not know is taken for a chat model.
 */
export function isChatModelName(name: string): boolean {
  return !OTHER_KINDS.test(name);
}
