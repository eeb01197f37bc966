import type { Duplex } from "node:stream";

/** The sockets that go through the front door, and to which port each. */
export class Tunnels {
  readonly #open = new Set<Duplex>();
  readonly #counts = new Map<number, number>();

  add(socket: Duplex, port: number): void {
    this.#open.add(socket);
    this.#count(port, 1);
    socket.once("close", () => {
      this.#open.delete(socket);
      this.#count(port, -1);
    });
  }

  /** Of these ports the one that the fewest go to; undefined where there is none. */
  findQuietest(ports: readonly number[]): number | undefined {
    return ports.toSorted((one, other) => (this.#counts.get(one) ?? 0) - (this.#counts.get(other) ?? 0))[0];
  }

  destroyAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #count(port: number, change: 1 | -1): void {
    const count = (this.#counts.get(port) ?? 0) + change;
    if (count > 0) this.#counts.set(port, count);
    else this.#counts.delete(port);
  }
}
