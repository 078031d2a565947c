import { Component, NgZone, inject, provideZoneChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";

import { check } from "./check";

@Component({ selector: "app-root", template: "<p>{{ result() }}</p>" })
class App {
  readonly result = signal("");

  constructor() {
    const zone = inject(NgZone);
    // After an event that only Zone.js has seen, the page shows what has changed.
    setTimeout(() => {
      this.result.set(NgZone.isInAngularZone() ? check() : "not in the zone");
    });
    zone.onStable.subscribe(() => {
      const shown = document.querySelector("app-root p")?.textContent ?? "";
      if (shown !== "") document.documentElement.dataset["result"] = shown;
    });
  }
}

void bootstrapApplication(App, { providers: [provideZoneChangeDetection()] });
