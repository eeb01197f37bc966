/** Turns passwords into what may rest in a database, slowly on purpose. */
export interface PasswordHasher {
  /** A salted hash in PHC form that says how it was made. Characters that look alike by composition count as the same. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password made the hash. Without a hash it does the same work and answers false, so
   * that the time it takes does not tell whether somebody has a password.
   */
  verify(hash: string | null, password: string): Promise<boolean>;
  /** True when the hash was made with other parameters than today's, and should be made anew. */
  isOutdated(hash: string): boolean;
}
