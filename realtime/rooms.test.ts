import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import { Connection } from "./connection.ts";
import type { RoomNeeds } from "./room.ts";
import { Rooms } from "./rooms.ts";

const ACTOR = { userId: "user", sessionId: "session", role: "user" } as const;

function createConnection(): Connection {
  return new Connection(ACTOR, new EventEmitter() as WebSocket, new PassThrough());
}

test("a socket that closed while its frame was handled is kept by no room", () => {
  const rooms = new Rooms({} as RoomNeeds);
  const connection = createConnection();
  connection.markClosing();
  rooms.leaveAll(connection);
  rooms.join(connection, "conversation");
  expect(rooms.find(ACTOR.userId, "conversation")).toBeNull();
  expect(connection.conversationIds.size).toBe(0);
});

test("a room lives as long as somebody looks", () => {
  const rooms = new Rooms({} as RoomNeeds);
  const connection = createConnection();
  const room = rooms.join(connection, "conversation");
  expect(rooms.find(ACTOR.userId, "conversation")).toBe(room);
  rooms.leaveAll(connection);
  expect(rooms.find(ACTOR.userId, "conversation")).toBeNull();
});
