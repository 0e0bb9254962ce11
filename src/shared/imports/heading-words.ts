// What files call each field, in English and Chinese, best word first. Written as `foldHeading` leaves them: no case, no spaces, no signs.
import type { ImportEntity, importFields } from './import.ts'

type HeadingWords = { readonly [E in ImportEntity]: Readonly<Record<(typeof importFields)[E][number], string>> }

const phones =
  'mobile mobilephone mobilenumber cellphone cell 手机 手机号 手机号码 移动电话 phone phonenumber telephone tel 联系电话 电话 电话号码 联系方式 workphone businessphone phone1value 办公电话 公司电话 商务电话 单位电话 座机 固定电话 homephone 住宅电话'
const emails =
  'email emailaddress mail primaryemail email1value email1address workemail 邮箱 电子邮箱 电子邮件 电子邮件地址 邮件 邮箱地址 邮件地址'
const owners =
  'owner ownername salesagent salesrep salesperson salesowner accountowner opportunityowner dealowner contactowner accountmanager agent rep assignedto responsible 负责人 所有人 所有者 销售 销售员 销售人员 销售代表 销售经理 业务员 跟进人 客户经理 归属人'
const descriptions =
  'description notes note comment comments remark remarks memo details 描述 备注 说明 注释 附注 简介 公司简介 客户描述 附言'
const mobiles = 'mobile2 mobile mobilephone mobilenumber cellphone cell 手机2 备用手机 手机 手机号 手机号码 移动电话 phonemobile'
const workPhones = 'workphone businessphone officephone companyphone 办公电话 公司电话 商务电话 单位电话 座机 固定电话 公司座机'
const secondPhones =
  'phone2 telephone2 tel2 phonenumber2 phone2value secondaryphone otherphone alternatephone businessphone2 电话2 电话二 第二电话 备用电话 其他电话 联系电话2 phone phonenumber telephone tel 联系电话 电话 电话号码 联系方式'
const thirdPhones =
  'phone3 telephone3 tel3 phonenumber3 phone3value 电话3 电话三 联系电话3 phone phonenumber telephone tel 联系电话 电话 电话号码'
const homePhones = 'homephone homephone2 家庭电话 住宅电话 家庭住宅电话'
const faxes = 'fax faxnumber businessfax workfax officefax 传真 传真号码 公司传真'
const secondEmails =
  'email2 emailaddress2 mail2 email2value email2address secondaryemail otheremail alternateemail 邮箱2 电子邮件2地址 备用邮箱 其他邮箱 电子邮箱2 email emailaddress mail workemail 邮箱 电子邮箱 电子邮件 邮件'
const thirdEmails = 'email3 emailaddress3 mail3 email3value email3address 邮箱3 电子邮件3地址 电子邮箱3'
const around = {
  source: 'source leadsource origin channel hearabout 来源 客户来源 线索来源 渠道来源 获客渠道 来源渠道',
  lifecycleStage: 'lifecyclestage lifecycle customerstage lifecyclephase 生命周期阶段 生命周期 客户生命周期 客户阶段',
  tags: 'tags tag labels label categories category groupmembership keywords 标签 客户标签 标记 分组 群组',
  postcode:
    'postcode postalcode zip zipcode businesspostalcode workpostalcode billingzip billingpostalcode mailingzip mailingpostalcode address1postalcode 邮编 邮政编码 商务地址邮政编码',
  phoneType: 'phonetype phone1type phonelabel phone1label 电话类型',
  emailType: 'emailtype email1type emaillabel email1label 邮箱类型',
  addressType: 'addresstype address1type addresslabel address1label 地址类型',
  mobile: mobiles,
  workPhone: workPhones,
  phone2: secondPhones,
  phone3: thirdPhones,
  homePhone: homePhones,
  fax: faxes,
  email2: secondEmails,
  email3: thirdEmails,
  wechat: 'wechat wechatid weixin 微信 微信号 微信id',
  qq: 'qq qqnumber qq号 qq号码',
} as const
const companies =
  'account accountname company companyname organization organisation organizationname customer customername client clientname employer firm organization1name 客户名称 公司名称 客户 公司 单位 单位名称 企业名称 企业 所属公司 所属客户 客户公司 工作单位'
const addresses =
  'address streetaddress street address1 fulladdress mailingaddress billingaddress billingstreet workaddress businessstreet homeaddress address1formatted officeaddress 地址 详细地址 公司地址 联系地址 街道 通讯地址 办公地址 商务地址街道 单位地址'
const cities =
  'city town workcity businesscity billingcity mailingcity homecity address1city 城市 市 所在城市 地市 商务地址市县 所在地'
const countries =
  'country countryregion nation officelocation location workcountry businesscountryregion billingcountry mailingcountry homecountry address1country 国家 国家地区 国别 所在国家 商务地址国家地区'

export const headingWords: HeadingWords = {
  company: {
    name: `${companies} name title 名称 公司全称 客户全称 全称`,
    phone: phones,
    email: emails,
    website: 'website web url homepage webpage domain site webpage1 companydomainname 网站 网址 官网 公司网址 主页 网页',
    industry: 'industry sector vertical branch businesstype 行业 所属行业 客户行业 行业类别 领域',
    address: addresses,
    city: cities,
    country: countries,
    employees:
      'employees numberofemployees employeecount noofemployees headcount staff size companysize 员工数 员工人数 人数 公司规模 人员规模 规模 职工人数',
    annualRevenue:
      'annualrevenue revenue turnover yearlyrevenue sales annualsales 年收入 年营业额 营业额 年营收 营收 年销售额 年产值',
    foundedYear:
      'yearestablished founded foundedyear established yearfounded foundingyear 成立年份 成立时间 创立年份 成立年 创立时间',
    parentName: 'subsidiaryof parent parentcompany parentaccount parentname 母公司 上级公司 上级客户 所属集团 集团 总公司',
    ownerName: owners,
    description: descriptions,
    externalId:
      'accountid companyid customerid customerno customernumber id externalid recordid 客户编号 公司编号 客户编码 客户代码 编号 编码',
    kind: 'kind companykind companytype accounttype relationship relationtype organizationtype 公司类型 单位类型 往来单位类型 关系类型 客户类型 客商类型',
    creditCode:
      'creditcode unifiedsocialcreditcode uscc taxid vatid taxnumber registrationnumber 统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 注册号',
    ...around,
  },
  contact: {
    name: 'name fullname contactname contact displayname contactperson person 姓名 联系人 联系人姓名 名字 客户姓名 联系人名称 全名',
    familyName: 'lastname familyname surname 姓 姓氏',
    givenName: 'firstname givenname forename 名',
    companyName: companies,
    role: 'jobtitle role position title jobposition organization1title occupation 职务 职位 职称 岗位 头衔 角色',
    phone: phones,
    email: emails,
    address: addresses,
    city: cities,
    country: countries,
    ownerName: owners,
    description: descriptions,
    externalId: 'contactid personid id externalid recordid 联系人编号 编号 编码',
    salutation: 'salutation courtesytitle nameprefix prefix honorific 称呼 称谓 尊称',
    birthday: 'birthday birthdate dateofbirth dob born 生日 出生日期 出生年月日',
    ...around,
  },
  deal: {
    title:
      'title dealname dealtitle opportunityname opportunity deal name subject projectname 商机名称 商机标题 商机 商机主题 项目名称 标题 名称 主题 机会名称 销售机会',
    companyName: companies,
    contactName: 'contact contactname contactperson primarycontact decisionmaker 联系人 联系人姓名 客户联系人 主要联系人',
    ownerName: owners,
    stageName:
      'dealstage stage stagename salesstage opportunitystage pipelinestage status 阶段 销售阶段 商机阶段 跟进阶段 商机状态 状态 当前阶段',
    amount:
      'closevalue amount dealvalue value dealamount opportunityamount price total totalamount revenue expectedrevenue salesamount 金额 商机金额 预计金额 成交金额 合同金额 销售金额 预计销售金额 总金额 价格 签约金额',
    currency: 'currency currencycode currencyisocode dealcurrency 币种 货币 币别',
    product: 'product productname products item productline 产品 产品名称 商品 商品名称 意向产品 品名',
    openedOn:
      'engagedate createdate createddate datecreated opendate openedon startdate begindate creationdate 创建日期 创建时间 开始日期 接触日期 立项日期 发现日期 发现时间',
    expectedCloseOn:
      'expectedclosedate expectedcloseon estimatedclosedate forecastclosedate targetdate expectedclose duedate 预计成交日期 预计签单日期 预计成交时间 预计结单日期 预计签约日期 预计关闭日期',
    closedOn:
      'closedate closeddate dateclosed closedon actualclosedate wondate signdate contractdate 成交日期 成交时间 结单日期 签单日期 签约日期 关闭日期 赢单日期 完成日期 合同日期',
    lossReason: 'lossreason lostreason reasonlost closedlostreason reason 输单原因 丢单原因 失败原因 流失原因',
    description: descriptions,
    externalId:
      'opportunityid dealid oppid opportunitynumber id externalid recordid 商机编号 商机编码 机会编号 项目编号 编号 编码',
  },
}

/** Words that only one kind of record has: finding one speaks for that kind. */
export const tellingFields: { readonly [E in ImportEntity]: readonly (typeof importFields)[E][number][] } = {
  company: ['industry', 'employees', 'annualRevenue', 'foundedYear', 'parentName', 'website', 'creditCode', 'kind'],
  contact: ['familyName', 'givenName', 'role', 'birthday', 'salutation'],
  deal: ['stageName', 'amount', 'closedOn', 'expectedCloseOn', 'product', 'lossReason'],
}
