import { useMutation } from '@apollo/client/react';
import { faultOf } from '../apollo.ts';
import { CaseTeam_SetDocument, ShareDialog_LevelDocument, ShareDialog_ShareDocument, ShareDialog_UnshareDocument, type ShareLevel } from '../gql/graphql.ts';
import { useLingui } from '@lingui/react/macro';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { levelWords } from '../ui/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useCase } from './case-context.ts';

export interface Agreement { agreement: string; agreementOn: string }

/** The acts that change who can read a case. Narrowing says how to undo itself; every one of them reads the case anew. */
export function useSharing() {
  const { t, i18n } = useLingui();
  const { legalCase: { id, level }, refresh } = useCase();
  const toast = useToast();
  const [share] = useMutation(ShareDialog_ShareDocument);
  const [unshare] = useMutation(ShareDialog_UnshareDocument);
  const [change] = useMutation(ShareDialog_LevelDocument);
  const [member] = useMutation(CaseTeam_SetDocument);

  const failed = (e: unknown) => {
    const { code, fields: [first] } = faultOf(e);
    toast({ alarm: true, words: t`Nothing was changed. ${i18n._(first ? problemOf(first.problem) : faultWords[code])}` });
  };
  const setLevel = async (next: ShareLevel, reason?: string) => {
    await change({ variables: { id, level: next, reason: reason || null } });
    await refresh();
  };
  const setMember = async (personId: string, cap: number) => {
    await member({ variables: { id, personId, cap } });
    await refresh();
  };
  const shareWith = async (organisationId: string, { agreement, agreementOn }: Agreement, reason: string) => {
    await share({ variables: { id, input: { organisationIds: [organisationId], agreement, agreementOn, reason: reason || null } } });
  };
  return {
    refresh, setLevel, setMember, shareWith, failed,
    /** Back to the team, or to the named allies: at once, with the way back while it needs no new reason. */
    narrow: async (next: ShareLevel) => {
      const before = level;
      try { await setLevel(next); } catch (e) { failed(e); return false; }
      toast({ words: t`Readable by: ${i18n._(levelWords[next])}.`, ...(before === 'named_allies' ? { undo: () => setLevel(before).catch(failed) } : {}) });
      return true;
    },
    stop: async (organisation: { id: string; name: string; agreement: string | null; agreementOn: string | null }) => {
      const { agreement, agreementOn } = organisation;
      try {
        await unshare({ variables: { id, organisationId: organisation.id } });
        await refresh();
      } catch (e) { failed(e); return; }
      toast({
        words: t`${organisation.name} can no longer read it. A record is kept that it could.`,
        ...(agreement && agreementOn ? { undo: () => shareWith(organisation.id, { agreement, agreementOn }, '').then(refresh).then(() => { toast({ words: t`${organisation.name} can read it again.` }); }).catch(failed) } : {}),
      });
    },
    told: (words: string) => { toast({ words }); },
  };
}
