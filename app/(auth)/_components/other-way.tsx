import Link from "next/link";

/** The line under an entry form that leads to the other one. */
export function OtherWay({ question, href, label }: { question: string; href: string; label: string }) {
  return (
    <p className="text-ui text-ink-soft">
      {question}{" "}
      <Link
        href={href}
        className="inline-flex items-center font-medium text-accent underline-offset-4 hover:underline coarse:min-h-11"
      >
        {label}
      </Link>
    </p>
  );
}
