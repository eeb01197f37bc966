/** Encrypts what must rest in the database unreadable: providers' keys. AES-256-GCM. */
export interface SecretBox {
  /**
   * The sealed form of `secret`, text that carries the key's id. `context` (the record's id, say) is
   * authenticated with it: the same sealed text opens in no other record.
   */
  seal(secret: string, context: string): string;
  /** The secret again. Throws AppError `internal` when the key is unknown or the text was altered. */
  open(sealed: string, context: string): string;
}
