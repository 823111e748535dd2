import type { Bureau } from './registrations.js';

/** Grants a role the way it is done: one administrator proposes, a second confirms. */
export async function grantRole(bureau: Bureau, username: string, role: string, scope?: string): Promise<void> {
  const accounts = await bureau.call('administrator', 'get', `/accounts?q=${username}&limit=100`);
  const account = (accounts.body.items as { id: string; username: string }[]).find(
    (item) => item.username === username,
  );
  if (!account) throw new Error(`no account ${username}: ${JSON.stringify(accounts.body)}`);
  const proposed = await bureau.call('administrator', 'post', `/accounts/${account.id}/role-grants`, {
    role,
    scope,
    reason: '试验需要',
  });
  if (proposed.status !== 201) throw new Error(`could not propose: ${JSON.stringify(proposed.body)}`);
  const confirmed = await bureau.call(
    'administrator2',
    'post',
    `/role-grants/${proposed.body.id}/actions/confirm`,
    {},
    { 'if-match': proposed.headers.etag },
  );
  if (confirmed.status !== 200) throw new Error(`could not confirm: ${JSON.stringify(confirmed.body)}`);
}

/** Opens an account as anybody may. */
export async function signUp(bureau: Bureau, username: string, password: string): Promise<string> {
  const answer = await bureau.call(undefined, 'post', '/accounts', { username, displayName: '试验人员', password });
  if (answer.status !== 201) throw new Error(`could not sign up: ${JSON.stringify(answer.body)}`);
  return answer.body.id as string;
}
