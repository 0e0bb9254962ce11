// Lists of 企业微信, 钉钉 and 飞书: customers as a colleague added them, and the members of an office. Some of their headings mean other things
// there than anywhere else.
import { foldHeading } from './fold-heading.ts'
import { foldWriting } from './fold-writing.ts'
import type { ImportEntity } from './plan.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldWriting))

const ADDED_BY = set('添加人 添加成员 跟进成员 所属成员 归属成员')
const ADDED = set('添加时间 添加人账号 添加人帐号 添加人userid 添加人所属部门 添加渠道 客户类型 企业简称 备注企业 流失时间')
const CUSTOMER = set('客户名称 客户昵称 客户姓名 昵称 微信昵称 名称 姓名')
/** What stands behind the colleague who added a customer is the colleague's. */
const OF_COLLEAGUE = set('账号 帐号 部门 所属部门 员工账号 职务 添加人账号 添加人帐号 添加人所属部门')
const KIND = set('客户类型')

const MEMBER = set('姓名 名字')
const NUMBER = set('手机 手机号 手机号码 移动电话')
const DEPARTMENT = set('部门 所属部门 所在部门 主部门 部门名称')
const ACCOUNT = set('账号 帐号 员工userid userid 用户id 用户userid 成员userid')
const STAFF_NUMBER = set('工号 员工工号')
const OF_MEMBERS = set('激活状态 禁用状态 直属上级 直属主管 主管 人员类型 入职时间 入职日期 别名')
/** In 钉钉 what a member may do in the program. */
const RIGHTS = set('角色 管理员角色')

/** No heading is called so: the column is left out. */
const LEFT_OUT = ''

interface Headed {
  readonly heading: string
}

/** The columns as other lists call them, and what their rows are; null for any other list. */
export const officeBook = <Column extends Headed>(
  columns: readonly Column[],
): { readonly entity: ImportEntity | null; readonly columns: readonly Column[] } => {
  const words = columns.map(({ heading }) => foldWriting(foldHeading(heading)))
  const has = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word))
  const named = (name: (word: string, place: number) => string | null): readonly Column[] =>
    columns.map((column, place) => {
      const heading = name(words[place] ?? '', place)
      return heading === null ? column : { ...column, heading }
    })

  const addedBy = words.findIndex((word) => ADDED_BY.has(word))
  if (addedBy >= 0 && has(ADDED) && has(CUSTOMER)) {
    const name = words.findIndex((word) => CUSTOMER.has(word))
    return {
      entity: 'contact',
      columns: named((word, place) => {
        if (place === name) return '姓名'
        if (KIND.has(word)) return LEFT_OUT
        return place > addedBy && OF_COLLEAGUE.has(word) ? LEFT_OUT : null
      }),
    }
  }
  if (has(MEMBER) && has(NUMBER) && has(DEPARTMENT) && (has(OF_MEMBERS) || has(ACCOUNT))) {
    const [account, number] = [words.findIndex((word) => ACCOUNT.has(word)), words.findIndex((word) => STAFF_NUMBER.has(word))]
    const code = account >= 0 ? account : number
    return {
      entity: 'contact',
      columns: named((word, place) => {
        if (place === code) return '联系人编号'
        return RIGHTS.has(word) ? LEFT_OUT : null
      }),
    }
  }
  return { entity: null, columns }
}
