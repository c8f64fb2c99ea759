/** How a language reports what somebody says. */
export type QuotationWords = object
