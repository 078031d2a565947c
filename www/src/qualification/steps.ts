/** The steps of setting a qualification, as named in the URL. */
export const STEPS = ["choose", "details", "review"] as const;

export type Step = (typeof STEPS)[number];
