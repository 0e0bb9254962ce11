// A form on something that is there, which others may change while the form is open: what was left alone follows them, what was typed stays and is
// told what stands there now.

/** What the form shows, what it showed first, and what is stored now. */
interface Meanwhile<Values> {
  readonly values: Values
  readonly opened: Values
  readonly stored: Values
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is to be saved: where nothing was typed, nothing is written over. */
export const withStored = <Values extends Record<string, unknown>>({ values, opened, stored }: Meanwhile<Values>): Values => ({
  ...values,
  ...Object.fromEntries(Object.entries(stored).filter(([name]) => isSame(values[name], opened[name]))),
})

/** Whether something was typed over a value that is not there any more. */
export const isOvertaken = <Values extends Record<string, unknown>>(
  { values, opened, stored }: Meanwhile<Values>,
  name: keyof Values,
): boolean => !isSame(stored[name], opened[name]) && !isSame(values[name], opened[name]) && !isSame(values[name], stored[name])
