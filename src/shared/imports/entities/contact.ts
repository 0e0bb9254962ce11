// What a row of a person can hold. A name may stand in parts; the role is the one at the row's company.
import { customerFields } from './customer-fields.ts'
import { type EntitySpec, reference, text } from './field-spec.ts'

/** The parts of a name, in the order in which a Western name is written. */
export const nameParts = ['namePrefix', 'givenName', 'middleName', 'familyName', 'nameSuffix'] as const

export const contactSpec: EntitySpec = {
  entity: 'contact',
  fields: [
    { key: 'name', kind: 'name', max: 200 },
    ...nameParts.map((key) => text(key, 200)),
    reference('company', 'company'),
    text('role', 100),
    text('salutation', 60),
    ...customerFields,
    { key: 'birthday', kind: 'birthday', max: 40 },
  ],
  keys: ['externalId', 'email', 'phone', 'name'],
  usualKeys: ['externalId', 'email', 'phone', 'name'],
  named: ['name', 'givenName', 'familyName', 'email', 'phone', 'externalId'],
}
