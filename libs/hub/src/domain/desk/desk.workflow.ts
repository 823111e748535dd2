import type { Workflow } from '@app/kernel';
import { HUB_MEMBERSHIP, HUB_REPORT, HUB_SERVICE } from './desk.table.js';

/** HUB its officer, MEMBER the agent of the organization, UPPER the hub above or else the leading group. */
export type DeskParty = 'HUB' | 'MEMBER' | 'UPPER';

export type MembershipState = 'REQUESTED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';
export type MembershipAction = 'accept' | 'refuse' | 'withdraw';

const member = HUB_MEMBERSHIP.citation;

/** An organization asks to join a hub or to leave it; the hub answers. */
export const MEMBERSHIP: Workflow<MembershipState, MembershipAction, DeskParty> = {
  name: 'hub-membership',
  initial: 'REQUESTED',
  actions: {
    accept: { zh: '同意', en: 'accept' },
    refuse: { zh: '不同意', en: 'refuse' },
    withdraw: { zh: '撤回', en: 'withdraw' },
  },
  states: {
    REQUESTED: {
      title: { zh: '待答复', en: 'requested' },
      queue: 'HUB',
      on: {
        accept: { to: 'ACCEPTED', by: ['HUB'], citation: member },
        refuse: { to: 'REFUSED', by: ['HUB'], citation: member },
        withdraw: { to: 'WITHDRAWN', by: ['MEMBER'], citation: member },
      },
    },
    ACCEPTED: { title: { zh: '已同意', en: 'accepted' }, final: true, on: {} },
    REFUSED: { title: { zh: '未同意', en: 'refused' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
  },
};

export type RequestState = 'REQUESTED' | 'TAKEN_UP' | 'DECLINED' | 'FULFILLED' | 'WITHDRAWN';
export type RequestAction = 'take-up' | 'decline' | 'fulfil' | 'withdraw';

const service = HUB_SERVICE.citation;
const decline = { to: 'DECLINED', by: ['HUB'], citation: service } as const;
const withdraw = { to: 'WITHDRAWN', by: ['MEMBER'], citation: service } as const;

/** A member asks for a service; the hub takes it up and names the service by which it was fulfilled. */
export const SERVICE_REQUEST: Workflow<RequestState, RequestAction, DeskParty> = {
  name: 'hub-service-request',
  initial: 'REQUESTED',
  actions: {
    'take-up': { zh: '受理', en: 'take up' },
    decline: { zh: '答复不能提供', en: 'decline' },
    fulfil: { zh: '办结', en: 'fulfil' },
    withdraw: { zh: '撤回', en: 'withdraw' },
  },
  states: {
    REQUESTED: {
      title: { zh: '待受理', en: 'requested' },
      queue: 'HUB',
      on: { 'take-up': { to: 'TAKEN_UP', by: ['HUB'], citation: service }, decline, withdraw },
    },
    TAKEN_UP: {
      title: { zh: '办理中', en: 'taken up' },
      queue: 'HUB',
      on: { fulfil: { to: 'FULFILLED', by: ['HUB'], citation: service }, decline, withdraw },
    },
    DECLINED: { title: { zh: '不能提供', en: 'declined' }, final: true, on: {} },
    FULFILLED: { title: { zh: '已办结', en: 'fulfilled' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
  },
};

export type ReportState = 'DRAFT' | 'SIGNED' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'PUBLISHED';
export type ReportAction =
  'assemble' | 'write' | 'sign' | 'reopen' | 'submit' | 'recall' | 'return' | 'accept' | 'publish';

const report = HUB_REPORT.citation;
const open = {
  assemble: { to: 'DRAFT', by: ['HUB'], citation: report },
  write: { to: 'DRAFT', by: ['HUB'], citation: report },
  sign: { to: 'SIGNED', by: ['HUB'], citation: report },
} as const;

/** The annual work report: assembled and written, signed, submitted to the tier above, returned or accepted, published. */
export const WORK_REPORT: Workflow<ReportState, ReportAction, DeskParty> = {
  name: 'hub-work-report',
  initial: 'DRAFT',
  actions: {
    assemble: { zh: '重新汇总数据', en: 'assemble anew' },
    write: { zh: '填写', en: 'write' },
    sign: { zh: '签署', en: 'sign' },
    reopen: { zh: '撤销签署', en: 'reopen' },
    submit: { zh: '报送', en: 'submit' },
    recall: { zh: '撤回报送', en: 'recall' },
    return: { zh: '退回', en: 'return' },
    accept: { zh: '接收', en: 'accept' },
    publish: { zh: '公布', en: 'publish' },
  },
  states: {
    DRAFT: { title: { zh: '草稿', en: 'draft' }, queue: 'HUB', on: open },
    SIGNED: {
      title: { zh: '已签署', en: 'signed' },
      queue: 'HUB',
      on: {
        submit: { to: 'SUBMITTED', by: ['HUB'], citation: report },
        reopen: { to: 'DRAFT', by: ['HUB'], citation: report },
      },
    },
    SUBMITTED: {
      title: { zh: '已报送', en: 'submitted' },
      queue: 'UPPER',
      on: {
        recall: { to: 'DRAFT', by: ['HUB'], citation: report },
        return: { to: 'RETURNED', by: ['UPPER'], citation: report },
        accept: { to: 'ACCEPTED', by: ['UPPER'], citation: report },
      },
    },
    RETURNED: { title: { zh: '已退回', en: 'returned' }, queue: 'HUB', on: open },
    ACCEPTED: {
      title: { zh: '已接收', en: 'accepted' },
      queue: 'HUB',
      on: { publish: { to: 'PUBLISHED', by: ['HUB'], citation: report } },
    },
    PUBLISHED: { title: { zh: '已公布', en: 'published' }, final: true, on: {} },
  },
};
