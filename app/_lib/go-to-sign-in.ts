/**
 * The session ended, here or elsewhere: loads the sign-in page, which says so and leads back to where one was. A full load, so
 * that nothing of the account stays in this tab but what was written, which the browser keeps. Safe to repeat.
 */
export function goToSignIn(): void {
  if (location.pathname.startsWith("/sign-")) return;
  location.assign(`/sign-in?ended=true&to=${encodeURIComponent(location.pathname + location.search)}`);
}
