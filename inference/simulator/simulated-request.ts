/** The protocols that the simulator speaks. */
export type SimulatedWire =
  | "openai"
  | "openai-responses"
  | "azure"
  | "azure-responses"
  | "anthropic"
  | "gemini"
  | "vertex"
  | "vertex-claude";

/** One turn of a request, whatever protocol it came in. */
export type SimulatedTurn = {
  role: "user" | "assistant";
  text: string;
  /** The kinds of the images, in their order. */
  images: readonly string[];
  toolCalls: readonly { id: string; name: string; input: unknown }[];
  toolResults: readonly { id: string; output: string }[];
};

/** What a model is asked, whatever protocol it came in. */
export type SimulatedAsk = {
  system: string;
  turns: readonly SimulatedTurn[];
  /** The last text of a user that is not the instruction to go on. */
  question: string;
  /** The unfinished answer that is to be continued; empty where a new one is asked for. */
  continues: string;
  /** The names of the tools that may be called. */
  toolNames: readonly string[];
  /** The JSON Schema that the answer must fit; null for prose. */
  answerSchema: unknown;
};

/** One request that the simulator got, as far as a test may want to look at it. */
export type SimulatedRequest = SimulatedAsk & {
  wire: SimulatedWire;
  method: string;
  path: string;
  /** The address that was asked, without a path. */
  url: string;
  apiKey: string | null;
  /** What is wanted; null where the simulator has no such address. */
  wants: "models" | "answer" | "embeddings" | "token" | null;
  modelName: string;
  isStreamed: boolean;
  /** The texts that are to be embedded. */
  texts: readonly string[];
  body: unknown;
};
