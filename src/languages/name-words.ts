/** How a language writes the names of people, with their titles and roles. */
export type NameWords = object
