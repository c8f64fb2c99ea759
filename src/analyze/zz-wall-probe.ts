export const probe = () => process.env
