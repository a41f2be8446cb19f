/** Path of an article's page below `sim.apiUrl`. */
export const articlePath = '/s/:id'

export const articleUrl = (apiUrl: string, id: string): string => `${apiUrl}/s/${id}`
