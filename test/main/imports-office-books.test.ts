// Lists of 企业微信, 钉钉 and 飞书: customers with the colleague who added them, and the address book of an office.
import { expect, test } from 'vitest'
import { encodeText } from '../support/encode-text.ts'
import { ask, bringIn, fatesOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('zh-CN')

interface Book {
  readonly program: string | null
  readonly encoding?: string
  readonly heading: string
  readonly line: string
  readonly is: Readonly<Record<string, string | null>>
  readonly company: string | null
  readonly role: string | null
  readonly points?: readonly string[]
  readonly tags?: readonly string[]
  /** Who added the customer. */
  readonly owner?: string
}

const books: Readonly<Record<string, Book>> = {
  'customers of 企业微信': {
    program: 'WeCom 企业微信',
    heading: '客户名称,企业简称,描述,备注,职务,手机,座机,邮箱,添加人,添加人账号,所属部门,添加时间,来源,标签',
    line: '张三,西湖科技,老客户介绍,张三-采购,采购经理,13800138000,0571-88001234,z3@xihu.cn,王五,wangwu,销售一部,2026-01-02 10:20:30,扫描二维码,"重要客户,已成交"',
    is: {
      name: '张三',
      phone: '13800138000',
      email: 'z3@xihu.cn',
      source: '扫描二维码',
      description: '老客户介绍\n张三-采购',
    },
    company: '西湖科技',
    role: '采购经理',
    points: ['phone work 0571-88001234'],
    tags: ['重要客户', '已成交'],
    owner: '王五',
  },
  'customers of 企业微信, with what a colleague noted': {
    program: 'WeCom 企业微信',
    heading: '客户昵称,性别,客户类型,企业全称,企业简称,备注手机,备注企业,添加人,添加时间,添加渠道,企业标签,个人标签',
    line: '小李,男,微信客户,宁波港务有限公司,宁波港,13900139000,,赵六,2026/3/5 9:00,名片分享,A类,华东',
    is: { name: '小李', phone: '13900139000' },
    company: '宁波港务有限公司',
    role: null,
    tags: ['A类', '华东'],
    owner: '赵六',
  },
  'members of 企业微信': {
    program: 'WeCom 企业微信',
    heading: '姓名(必填),账号(必填),别名,职务,部门(必填),性别,手机,座机,个人邮箱,企业邮箱,地址,激活状态,禁用状态',
    line: '王小二,wangxiaoer,Xiaoer,销售经理,西湖科技/销售部,男,13800138000,0571-88001234,w@qq.com,w@xihu.cn,文三路1号,已激活,启用',
    is: { name: '王小二', externalId: 'wangxiaoer', email: 'w@xihu.cn', address: '文三路1号' },
    company: null,
    role: null,
    points: ['phone mobile 13800138000', 'email private w@qq.com'],
  },
  'the address book of 钉钉': {
    program: 'DingTalk 钉钉',
    encoding: 'gb18030',
    heading: '员工UserID,姓名,手机号,分机号,工号,职位,部门,主管,入职时间,邮箱,备注,角色,激活状态',
    line: 'manager01,王小二,+86-13800138000,8001,007,销售,西湖科技-销售部,张总,2020-01-02,w@xihu.cn,骨干,主管理员,已激活',
    is: {
      name: '王小二',
      externalId: 'manager01',
      phone: '+86-13800138000',
      email: 'w@xihu.cn',
      description: '骨干\n销售 · 西湖科技-销售部',
    },
    company: null,
    role: null,
  },
  'the address book of 飞书': {
    program: 'Feishu 飞书',
    heading: '姓名,手机号,邮箱,部门,直属上级,职务,工号,人员类型,性别,城市,入职日期,企业邮箱',
    line: '王小二,+8613800138000,w@xihu.cn,销售部,张总,销售,007,正式,男,杭州,2020/1/2,w@corp.cn',
    is: {
      name: '王小二',
      externalId: '007',
      phone: '+8613800138000',
      email: 'w@xihu.cn',
      city: '杭州',
      description: '销售部 · 销售',
    },
    company: null,
    role: null,
  },
}

test.each(Object.entries(books))(
  '%s',
  async (_name, { program, encoding = 'utf-8', heading, line, is, company, role, ...more }) => {
    const file = written('book.csv', encodeText(`${heading}\r\n${line}\r\n`, encoding))

    const inspected = await ask('imports.inspect', { files: [file] })
    expect(inspected.program).toBe(program)
    expect(inspected.plan?.tables.map(({ entity }) => entity)).toEqual(['contact'])
    await bringIn(file)

    expect(rows('select * from contacts')).toEqual([expect.objectContaining(is)])
    expect(
      rows<{ name: string; role: string | null }>(
        'select name, role from companyContacts join companies on companies.id = companyId',
      ),
    ).toEqual(company === null ? [] : [{ name: company, role }])
    expect(
      rows<{ text: string }>(
        `select kind || ' ' || coalesce(type || ' ', '') || value as text from contactPoints where recordType = 'contact'
        union all select 'phone ' || coalesce(phoneType || ' ', '') || phone from contacts`,
      ).map(({ text }) => text),
    ).toEqual(expect.arrayContaining([...(more.points ?? [])]))
    expect(rows<{ name: string }>('select name from tags').map(({ name }) => name)).toEqual(
      expect.arrayContaining([...(more.tags ?? [])]),
    )
    expect(rows<{ name: string }>('select users.name from contacts join users on users.id = ownerId')).toEqual(
      more.owner === undefined ? [] : [{ name: more.owner }],
    )
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 1'])
  },
)
