/** What a domain has beside the methods of its endpoints. */
export type Shorthands<Domain extends Api, Api> = Omit<Domain, keyof Api>
