/** The steps of setting a qualification, as the address names them. */
export const STEPS = ["choose", "details", "review"] as const;

export type Step = (typeof STEPS)[number];
