// What can be asked about the people of the office.
import { z } from 'zod'
import { query } from '#shared/base/procedure.ts'
import { user } from './user.ts'

export const usersContract = {
  /** Everyone who can own a record, by name. */
  list: query(z.object({}), z.array(user), { needs: 'users.view' }),
  /** The user who is asking. */
  me: query(z.object({}), user, { needs: 'users.view' }),
}
