/** Which sections a question's page has: only those with something in them. */

/**
 * @param {import("../../api/models.d.ts").Question} question
 * @returns {Array<{ id: string, title: string }>}
 */
export function sectionsOf(question) {
  const all = [
    { id: "assesses", title: "What it assesses", there: question.assesses_html },
    { id: "guidance", title: "How to answer", there: question.guidance_html },
    { id: "points", title: "Key points and red flags", there: question.key_points.length + question.red_flags.length },
    { id: "follow-ups", title: "Follow-ups", there: question.probes.length },
    { id: "answers", title: "Example answers", there: question.answers.length },
    { id: "mistakes", title: "Common mistakes", there: question.common_mistakes_html },
    { id: "sources", title: "Sources", there: question.sources.length },
  ];
  return all.filter(({ there }) => there).map(({ id, title }) => ({ id, title }));
}
