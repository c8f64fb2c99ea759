export type TimeWords = object
