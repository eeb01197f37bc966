import type { ClientBase } from "pg";
import { Refusal } from "#scripts/install/refusal.mjs";

type Owner = { id: string; email: string };

/** The account of that address, or the only one there is. Throws Refusal that says what to do. */
export async function findOwner(connection: ClientBase, email: string | undefined): Promise<Owner> {
  const { rows } = await connection.query<Owner>(
    "select id, email from users where $1::text is null or email = $1 order by created_at limit 2",
    [email?.trim().toLowerCase() ?? null],
  );
  const [owner, another] = rows;
  if (!owner && email !== undefined)
    throw new Refusal(`There is no account with the address ${email}: npm run user -- list shows all.`);
  if (!owner) throw new Refusal("There is no account yet: open the page and make one first.");
  if (another) throw new Refusal("There are several accounts: say whose conversations to make with --email.");
  return owner;
}
