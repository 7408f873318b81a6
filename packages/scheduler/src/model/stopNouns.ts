/** What the stops of a route are called in messages. */
export const stopNouns = {
  visit: { "what.zh": "上门服务", "what.en": "visit" },
  board: { "what.zh": "接送", "what.en": "transport" },
  alight: { "what.zh": "接送", "what.en": "transport" },
  lodging: { "what.zh": "过夜地点", "what.en": "lodging" },
  break: { "what.zh": "休息", "what.en": "break" },
} as const;
