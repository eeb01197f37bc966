"use client";

import { fetchedComponent } from "#app/_ui/fetched-component.tsx";

/** The list of models, fetched when somebody is about to open it, which `prepare` tells. */
export const { Component: LazyModelPopup, prepare: loadModelPopup } = fetchedComponent(
  async () => (await import("./model-popup.tsx")).ModelPopup,
);
