import { z } from "zod";

/**
 * A UUIDv7 made by whoever creates the record, the browser included, in lower case. Because the
 * maker chooses it, a retried request names the same record and changes nothing twice. RFC 9562.
 */
export const idSchema = z.uuidv7().lowercase();

/** The id of any record of ours: a UUIDv7 in lower case. */
export type Id = string;
