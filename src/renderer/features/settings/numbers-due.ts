// How many customers would be returned to the public pool, as its sentences want the numbers.

export const numbersDue = ({ companies, contacts }: { readonly companies: number; readonly contacts: number }) => ({
  companies,
  contacts,
  total: companies + contacts,
  both: companies > 0 && contacts > 0 ? 'yes' : 'no',
})
