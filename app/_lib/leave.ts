import { signOut } from "./sign-in.ts";

/** Signs out and loads the sign-in page anew, so that nothing of the account stays in this tab. */
export async function leave(): Promise<void> {
  await signOut();
  location.assign("/sign-in");
}
