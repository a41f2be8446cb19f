/** What the simulator adds to a link of an authorisation: who uses the phone, and what that person says. */
export const ownParameters = { user: '__user', consent: '__consent' } as const
