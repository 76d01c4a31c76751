import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { readText } from '../api';
import type { Lesson, Package, Words } from '../model/types';
import { languageOf, rangeText, roleText, say } from '../model/words';
import { Loaded } from '../../../ui/Loaded';
import { Markdown } from './Markdown';

function LessonText({ address, lang }: { address: string; lang: string | undefined }) {
  const text = useQuery({ queryKey: ['practice-text', address], queryFn: () => readText(address), staleTime: Infinity });
  return <Loaded query={text}>{(source) => <Markdown source={source.replace(/^# .*\n/, '')} under={3} lang={lang} />}</Loaded>;
}

function One({ work, lesson, number, file }: { work: Package; lesson: Lesson; number: number; file: (path: Words) => string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="lesson" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3 lang={languageOf(lesson.title)}>{t('practices.lesson', { number, title: say(lesson.title) })}</h3>
        <span class="thing-note">{t('practices.minutes', { minutes: lesson.minutes })} · {roleText(work, lesson.role)}</span>
      </summary>
      {open && (
        <div class="lesson-body">
          <LessonText address={file(lesson.content)} lang={languageOf(lesson.content)} />
          {(lesson.materials ?? []).map((each) => <p key={each.id}><a href={file(each.file)} download>{say(each.title)}</a></p>)}
        </div>
      )}
    </details>
  );
}

/** The lessons are read where they are named; a text is fetched when it is opened. */
export function CourseText({ work, file }: { work: Package; file: (path: Words) => string }) {
  const { course } = work;
  if (!course) return null;
  return (
    <>
      <p class="thing-title" lang={languageOf(course.title)}>{say(course.title)}</p>
      <p class="thing-note">
        {[t('practices.lessons', { count: course.lessons.length }), course.group_size && t('practices.group_of', { range: rangeText(course.group_size) }),
          course.skills?.length && t('practices.skills', { count: course.skills.length }),
          course.test && t('practices.test', { count: course.test.questions.length, percent: course.test.pass_percent })].filter(Boolean).join(' · ')}
      </p>
      <div>{course.lessons.map((lesson, index) => <One key={lesson.id} work={work} lesson={lesson} number={index + 1} file={file} />)}</div>
      {(course.skills ?? []).length > 0 && <><h3>{t('practices.skills_title')}</h3><ul class="bullets">{course.skills?.map((each) => <li key={each.id}>{say(each.title)}</li>)}</ul></>}
    </>
  );
}
