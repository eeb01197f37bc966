import type { Connection } from "#contracts/connection.ts";
import { ConnectionRow } from "./connection-row.tsx";

/** The connections of one scope; nothing where there are none. */
export function ConnectionSection({ title, connections }: { title: string; connections: readonly Connection[] }) {
  if (connections.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-sm font-medium text-ink-soft">{title}</h2>
      <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
        {connections.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} />
        ))}
      </ul>
    </section>
  );
}
