/** Whose marks are meant as long as there are no accounts: the owner's. */
export const ownerId = 'owner'
