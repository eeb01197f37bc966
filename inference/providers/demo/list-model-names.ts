/** The one demo model's name. */
export async function listModelNames(): Promise<string[]> {
  return ["demo"];
}
