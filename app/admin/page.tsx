import { redirect } from "next/navigation";

/** The start of administration: how things stand. */
export default function AdminStartPage(): never {
  redirect("/admin/health");
}
