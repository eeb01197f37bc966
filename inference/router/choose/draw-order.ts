/** What can be drawn: its share among its equals, and what two are compared by, less is better. */
export type Drawable = { weight: number; score: number };

/** A score must be so much better to count for more than the weight. */
const BETTER = 0.8;

/**
 * All of them in the order in which they are asked. Of each two that are drawn by their weight the
 * first one comes next, or the second where it is clearly better (the power of two choices), so that
 * the best of all is not overrun by everybody at once.
 */
export function drawOrder<Item extends Drawable>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const order: Item[] = [];
  for (let first = draw(left, random); first !== undefined; first = draw(left, random)) {
    const drawn = first;
    const second = draw(
      left.filter((item) => item !== drawn),
      random,
    );
    const next = second !== undefined && second.score < drawn.score * BETTER ? second : drawn;
    left.splice(left.indexOf(next), 1);
    order.push(next);
  }
  return order;
}

function draw<Item extends Drawable>(items: readonly Item[], random: () => number): Item | undefined {
  if (items.length < 2) return items[0];
  let at = random() * items.reduce((sum, { weight }) => sum + weight, 0);
  for (const item of items) {
    at -= item.weight;
    if (at < 0) return item;
  }
  return items.at(-1);
}
