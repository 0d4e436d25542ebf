/** Constants of the order by importance that both the ranking and its explanation to readers use. */
export const IMPORTANCE = {
  /** Hours in which an origin loses half of its weight. News rankings use 6 for breaking news, 24 in general. */
  halfLifeHours: 24,
  /** What counts as new is not older than this against the story's latest. */
  newHours: 6,
  /** An origin without a printed date may be of any age: it counts this share. */
  undatedShare: 0.25,
} as const;
