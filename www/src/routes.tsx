// The routes of the portal. Each page is loaded when it is opened.

import { settability } from "partner-center-rules";
import { Navigate, type RouteObject } from "react-router";

import { RouteError } from "./shell/route-error";
import { Shell } from "./shell/shell";

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
    // Loads the rules here, so that a failure shows before any page opens.
    loader: () => settability("None").outcome,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, element: <Navigate to="/customers" replace /> },
          { path: "customers", lazy: () => import("./customers/customers-page") },
          { path: "customers/:id", lazy: () => import("./customers/customer-page") },
          { path: "customers/:id/set-qualification", lazy: () => import("./qualification/qualification-page") },
          { path: "check-response", lazy: () => import("./response-check/response-check-page") },
          { path: "bulk-check", lazy: () => import("./bulk-check/bulk-check-page") },
          { path: "rules/:rule?", lazy: () => import("./rules/rules-page") },
          { path: "*", lazy: () => import("./shell/not-found-page") },
        ],
      },
    ],
  },
];
