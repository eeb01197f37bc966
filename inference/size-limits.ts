/** The longest event of a stream, in UTF-16 units: room for a long tool call sent in one piece. */
export const EVENT_LENGTH_MAX = 4_000_000;

/** The most values in the JSON of one event: room for a thousand pieces of content with all that is said of each. */
export const EVENT_VALUES_MAX = 20_000;

/** The largest streamed answer, in bytes on the wire: 128,000 tokens with the wrapping of each. */
export const STREAM_BYTES_MAX = 128 * 1024 * 1024;

/**
 * The most lines of a streamed answer: three an event, and events for far more tokens than any model writes. Lines
 * that say nothing cost time too, and STREAM_BYTES_MAX alone would let a server burn ten seconds of it.
 */
export const STREAM_LINES_MAX = 2_000_000;

/** The most interim answers (`103 Early Hints`) before the one that counts. */
export const INTERIM_ANSWERS_MAX = 100;

/** The longest content of one answer, in UTF-16 units; must stay below STREAM_BYTES_MAX. */
export const ANSWER_LENGTH_MAX = 8_000_000;

/** The largest answer, in bytes, that is read in one piece: an error, a list of models. */
export const BODY_BYTES_MAX = 8 * 1024 * 1024;

/** The longest part of a provider's own words, in UTF-16 units, that an error quotes. */
export const QUOTE_LENGTH_MAX = 500;
