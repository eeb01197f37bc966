type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object that JSON can say, such as a JSON Schema. */
export type JsonObject = { readonly [name: string]: JsonValue };
