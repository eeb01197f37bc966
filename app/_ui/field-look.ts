/** The classes of everything that holds typed text. 16 px under a finger, or iOS zooms the page. */
export const fieldLook =
  "w-full min-w-0 rounded-sm border border-line-strong/60 bg-raised px-3 py-1.5 text-ui text-ink coarse:text-base placeholder:text-ink-faint transition-colors duration-100 hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-danger";
