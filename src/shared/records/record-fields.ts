// The fields of people and companies as they are typed in: repaired where that is certain, refused only where they are certainly
// wrong. Records are stored in the wider shapes of their own schemas, so that what an import brought stays readable.
import type { z } from 'zod'
import { line } from '#shared/base/fields.ts'
import { birthdayProblem, normaliseBirthday } from './birthday.ts'
import { readCreditCode } from './credit-code.ts'
import { readEmail, repairEmail } from './e-mail.ts'
import { readWebsite } from './website.ts'

/** A phone as typed, full-width digits and signs in their usual width. Doubt is said by `readPhone`, never refused. */
export const typedPhone = line(60).overwrite((value) => value.normalize('NFKC').trim())

/** One e-mail address, or nothing. */
export const typedEmail = line(254)
  .overwrite(repairEmail)
  .superRefine((value, context) => refuse(context, readEmail(value).problem))

/** The address of a web page, or nothing; a bare host gets `https://`. */
export const typedWebsite = line(400)
  .overwrite((value) => readWebsite(value).text)
  .superRefine((value, context) => refuse(context, readWebsite(value).problem))

/** A 统一社会信用代码 in capitals; what is odd about it is said by `readCreditCode`, never refused. */
export const typedCreditCode = line(40).overwrite((value) => readCreditCode(value).text)

/** `YYYY-MM-DD`, or `--MM-DD` without a year. Whether it lies ahead only the handler knows. */
export const typedBirthday = line(40)
  .overwrite(normaliseBirthday)
  .superRefine((value, context) => refuse(context, birthdayProblem(value, null)))

const refuse = (context: z.RefinementCtx, kind: string | null): void => {
  if (kind !== null) context.addIssue({ code: 'custom', message: kind, params: { kind } })
}
