import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { requireActor } from "#app/_server/require-actor.ts";
import { InvitationsSettings } from "../_components/invitations-settings.tsx";
import { NoPermission } from "../_components/no-permission.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.invitations.title") };
}

export default async function InvitationsPage() {
  const { role } = await requireActor();
  return role === "admin" ? <InvitationsSettings /> : <NoPermission />;
}
