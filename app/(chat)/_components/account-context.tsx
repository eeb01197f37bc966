"use client";

import { createContext, useContext, type ReactNode } from "react";

const AccountContext = createContext<string | null>(null);

/** Tells every component below it whose account is signed in. */
export function AccountProvider({ accountId, children }: { accountId: string; children: ReactNode }) {
  return <AccountContext value={accountId}>{children}</AccountContext>;
}

/** The id of the account that is signed in. */
export function useAccountId(): string {
  const accountId = useContext(AccountContext);
  if (accountId === null) throw new Error("useAccountId needs an AccountProvider above it.");
  return accountId;
}
