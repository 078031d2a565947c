"use client";

import { useEffect } from "react";

import { check } from "../check";

// While the page is made, on the server as well.
const here = check();

export function Client({ server }: { server: string }) {
  useEffect(() => {
    const routes = ["/node", "/edge"].map(async (path) => (await fetch(path)).text());
    void Promise.all(routes).then((answers) => {
      const wrong = [here, server, ...answers].find((answer) => answer !== "passed");
      document.documentElement.dataset["result"] = wrong ?? "passed";
    });
  }, [server]);
  return <p>{here}</p>;
}
