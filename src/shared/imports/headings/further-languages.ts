// What address books and lists in other languages than English and Chinese, and Chinese ones of further programs, call the fields of companies
// and people. Written as `foldHeading` leaves them; accents and traditional characters do not matter.

/** Of companies and people alike. */
export const aroundElsewhere: Readonly<Record<string, string>> = {
  phone: '联系人电话 联络电话 电话1 tel1 téléphone1 電話1 固话',
  email: 'primäreemailadresse primäreemail 电邮 信箱 联系人邮箱 电邮地址 邮箱号 メール 邮箱1 企业邮箱 工作邮箱 公司邮箱',
  address:
    'dienstlichadresse 番地会社 商务街 商务街道 客户地址 通信住所 注册地址 经营地址 单位详细地址 direccion indirizzo endereço',
  city: 'dienstlichort 市区町村会社 商务市镇 市区町村 localidad località cidade',
  country: 'dienstlichland 国会社地域 商务国家地区 国 国地域 nazione',
  postcode: 'dienstlichplz 郵便番号会社 商务邮递区号 邮递区号 郵便番号 cap cp codepostale',
  owner: '添加人 添加成员 跟进成员 所属成员 归属成员 所属员工 跟进员工 归属员工 对接人',
  description: '備考 anmerkung anmerkungen bemerkungen remarques observaciones 備註 补充说明 其他说明 客户备注',
  tags: '分類項目 schlagwörter étiquettes etiquetas',
  'phone.mobile':
    'mobiltelnr 行动电话 联系人手机 联系人手机号 联系人手机号码 移动电话号码 手机1 备注手机 备注手机号 备注手机号码 portable télmobile gsm 携帯 携帯番号',
  'phone.work': '座机号码 座机号 办公座机 teldienstlich 商务电话1 办公室电话 telbüro',
  'phone.home': 'telprivat 住家电话 宅电',
  'phone.fax': 'telefax faxnr fax番号 ファックス télécopie 传真电话',
  'phone.other': '手机3 备用号码 电话4 pagernummer',
  'email.other': 'sekundäreemailadresse zweiteemail 邮箱2地址',
  'messenger.other': 'messengername',
  'messenger.wechat': '微信号码 微信账号 联系人微信',
  'address.home': 'privatadresse privatadresse2 住家街 住家街道 自宅住所 番地自宅',
  'address.home.city': 'privatort 住家市镇 市区町村自宅',
  'address.home.country': 'privatland 住家国家地区',
  'address.home.postcode': 'privatplz 住家邮递区号 郵便番号自宅',
}

export const companyElsewhere: Readonly<Record<string, string>> = {
  name: '公司名 企业全称 单位全称 往来单位 往来单位名称 购货单位 购货单位名称 客户单位 取引先 取引先名 顧客名 得意先名 kundenname1 raisonsociale razónsocial ragionesociale nomdelentreprise',
  externalId:
    '往来单位编码 往来单位编号 单位编码 单位编号 会员编号 会员号 客户号 顧客番号 顧客コード 取引先コード 得意先コード numéroclient códigocliente codicecliente',
  industry: '1级行业 一级行业 行业分类 業種 secteur sector settore',
  'parent:code': 'parentid parentaccountid parentcompanyid 上级客户编号 上级单位编码',
  creditCode: '统一编号 营业执照号 信用代码证号 ustidnr ustid nif cif siret',
  website: '公司主页 webseite1 sitewebinternet ホームページ',
  employees: '公司人数 企业规模 nombredesalariés',
}

export const contactElsewhere: Readonly<Record<string, string>> = {
  company: '企业全称 公司全称 单位全称 客户全称 公司名 客户企业 备注企业 企业备注 所在企业 企业简称 公司简称 单位简称 客户简称',
  externalId: 'externaluserid 外部联系人id 客户userid',
  name: '联络人 连络人 客户联系人 主要联系人 首要联系人 担当者 担当者名 氏名 お名前 anzeigename nomcomplet nombrecompleto nomecompleto',
  middleName: 'ミドルネーム',
  role: '联系人职位 arbeitstitel berufsbezeichnung cargo1 qualifica 联系人头衔',
  salutation: '敬称 tratamiento civilité trattamento',
  birthday: '生年月日 联系人生日',
  'website.main': 'webseite1 webページ paginaweb1',
  'website.other': 'webpage2 webseite2 website2 网址2 网站2',
}

/** Words of further parts of an address and of the place in a firm, for columns that are joined. */
export const joinedElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contact: {
    tags: '企业标签 个人标签 规则组标签 企微标签',
    role: '所属部门 所在部门 主部门 部门名称 部署名 部課 servicedépartement',
    address:
      'regiongeschäftlich dienstlichbundesland dienstlichadresse2 bundesland déprégionbureau départementrégionbureau provinciaoestadodeltrabajo 都道府県会社 都道府県 商务县市 商务省市 provincia',
    'address.home': 'privatbundesland 住家县市 都道府県自宅',
  },
  company: { address: 'bundesland 都道府県 provincia' },
}
