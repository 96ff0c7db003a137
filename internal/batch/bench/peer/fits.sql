copy (select id,
  50 * (1 + (coalesce((answers."free-week".best = 'c')::int - (answers."free-week".worst = 'c')::int, 0)
      + coalesce((answers."new-service".best = 'd')::int - (answers."new-service".worst = 'd')::int, 0)
      + coalesce((answers."month-of-automation".best = 'a')::int - (answers."month-of-automation".worst = 'a')::int, 0)
      + coalesce((answers."monday-board".best = 'c')::int - (answers."monday-board".worst = 'c')::int, 0)
      + coalesce((answers."bring-light".best = 'd')::int - (answers."bring-light".worst = 'd')::int, 0)
      + coalesce((answers."owner-wanted".best = 'c')::int - (answers."owner-wanted".worst = 'c')::int, 0)
      + coalesce((answers."good-tuesday".best = 'b')::int - (answers."good-tuesday".worst = 'b')::int, 0)
      + coalesce((answers."with-people".best = 'd')::int - (answers."with-people".worst = 'd')::int, 0)
      + coalesce((answers."safeguards".best = 'a')::int - (answers."safeguards".worst = 'a')::int, 0)
      + coalesce((answers."learn-from-the-best".best = 'd')::int - (answers."learn-from-the-best".worst = 'd')::int, 0)
      + coalesce((answers."course-next-week".best = 'a')::int - (answers."course-next-week".worst = 'a')::int, 0)
      + coalesce((answers."more-code".best = 'b')::int - (answers."more-code".worst = 'b')::int, 0)
      + coalesce((answers."training-money".best = 'a')::int - (answers."training-money".worst = 'a')::int, 0)
      + coalesce((answers."ask-me-about".best = 'b')::int - (answers."ask-me-about".worst = 'b')::int, 0)
      + coalesce((answers."problem-to-crack".best = 'c')::int - (answers."problem-to-crack".worst = 'c')::int, 0)
      + coalesce((answers."people-skill".best = 'c')::int - (answers."people-skill".worst = 'c')::int, 0)
      + coalesce((answers."free-friday".best = 'c')::int - (answers."free-friday".worst = 'c')::int, 0)
      + coalesce((answers."quiet-skill".best = 'a')::int - (answers."quiet-skill".worst = 'a')::int, 0)
      + coalesce((answers."five-years".best = 'd')::int - (answers."five-years".worst = 'd')::int, 0)
      + coalesce((answers."proud-next-year".best = 'c')::int - (answers."proud-next-year".worst = 'c')::int, 0)
      + coalesce((answers."ten-minutes".best = 'b')::int - (answers."ten-minutes".worst = 'b')::int, 0)
      + coalesce((answers."celebration".best = 'b')::int - (answers."celebration".worst = 'b')::int, 0)
      + coalesce((answers."point-to".best = 'd')::int - (answers."point-to".worst = 'd')::int, 0)
      + coalesce((answers."dinner-story".best = 'a')::int - (answers."dinner-story".worst = 'a')::int, 0)
      + coalesce((answers."one-number".best = 'b')::int - (answers."one-number".worst = 'b')::int, 0)
      + coalesce((answers."good-weekend".best = 'b')::int - (answers."good-weekend".worst = 'b')::int, 0)
      + coalesce((answers."line-of-thanks".best = 'd')::int - (answers."line-of-thanks".worst = 'd')::int, 0))::double
      / nullif((answers."free-week".best is not null)::int + (answers."new-service".best is not null)::int + (answers."month-of-automation".best is not null)::int + (answers."monday-board".best is not null)::int + (answers."bring-light".best is not null)::int + (answers."owner-wanted".best is not null)::int + (answers."good-tuesday".best is not null)::int + (answers."with-people".best is not null)::int + (answers."safeguards".best is not null)::int + (answers."learn-from-the-best".best is not null)::int + (answers."course-next-week".best is not null)::int + (answers."more-code".best is not null)::int + (answers."training-money".best is not null)::int + (answers."ask-me-about".best is not null)::int + (answers."problem-to-crack".best is not null)::int + (answers."people-skill".best is not null)::int + (answers."free-friday".best is not null)::int + (answers."quiet-skill".best is not null)::int + (answers."five-years".best is not null)::int + (answers."proud-next-year".best is not null)::int + (answers."ten-minutes".best is not null)::int + (answers."celebration".best is not null)::int + (answers."point-to".best is not null)::int + (answers."dinner-story".best is not null)::int + (answers."one-number".best is not null)::int + (answers."good-weekend".best is not null)::int + (answers."line-of-thanks".best is not null)::int, 0)) as "cloud",
  50 * (1 + (coalesce((answers."free-week".best = 'b')::int - (answers."free-week".worst = 'b')::int, 0)
      + coalesce((answers."new-service".best = 'a')::int - (answers."new-service".worst = 'a')::int, 0)
      + coalesce((answers."month-of-automation".best = 'd')::int - (answers."month-of-automation".worst = 'd')::int, 0)
      + coalesce((answers."monday-board".best = 'b')::int - (answers."monday-board".worst = 'b')::int, 0)
      + coalesce((answers."bring-light".best = 'b')::int - (answers."bring-light".worst = 'b')::int, 0)
      + coalesce((answers."owner-wanted".best = 'd')::int - (answers."owner-wanted".worst = 'd')::int, 0)
      + coalesce((answers."good-tuesday".best = 'd')::int - (answers."good-tuesday".worst = 'd')::int, 0)
      + coalesce((answers."with-people".best = 'b')::int - (answers."with-people".worst = 'b')::int, 0)
      + coalesce((answers."safeguards".best = 'c')::int - (answers."safeguards".worst = 'c')::int, 0)
      + coalesce((answers."learn-from-the-best".best = 'a')::int - (answers."learn-from-the-best".worst = 'a')::int, 0)
      + coalesce((answers."course-next-week".best = 'b')::int - (answers."course-next-week".worst = 'b')::int, 0)
      + coalesce((answers."more-code".best = 'c')::int - (answers."more-code".worst = 'c')::int, 0)
      + coalesce((answers."training-money".best = 'c')::int - (answers."training-money".worst = 'c')::int, 0)
      + coalesce((answers."ask-me-about".best = 'a')::int - (answers."ask-me-about".worst = 'a')::int, 0)
      + coalesce((answers."problem-to-crack".best = 'a')::int - (answers."problem-to-crack".worst = 'a')::int, 0)
      + coalesce((answers."people-skill".best = 'a')::int - (answers."people-skill".worst = 'a')::int, 0)
      + coalesce((answers."free-friday".best = 'd')::int - (answers."free-friday".worst = 'd')::int, 0)
      + coalesce((answers."quiet-skill".best = 'd')::int - (answers."quiet-skill".worst = 'd')::int, 0)
      + coalesce((answers."five-years".best = 'c')::int - (answers."five-years".worst = 'c')::int, 0)
      + coalesce((answers."proud-next-year".best = 'd')::int - (answers."proud-next-year".worst = 'd')::int, 0)
      + coalesce((answers."ten-minutes".best = 'd')::int - (answers."ten-minutes".worst = 'd')::int, 0)
      + coalesce((answers."celebration".best = 'a')::int - (answers."celebration".worst = 'a')::int, 0)
      + coalesce((answers."point-to".best = 'c')::int - (answers."point-to".worst = 'c')::int, 0)
      + coalesce((answers."dinner-story".best = 'b')::int - (answers."dinner-story".worst = 'b')::int, 0)
      + coalesce((answers."one-number".best = 'c')::int - (answers."one-number".worst = 'c')::int, 0)
      + coalesce((answers."good-weekend".best = 'c')::int - (answers."good-weekend".worst = 'c')::int, 0)
      + coalesce((answers."line-of-thanks".best = 'a')::int - (answers."line-of-thanks".worst = 'a')::int, 0))::double
      / nullif((answers."free-week".best is not null)::int + (answers."new-service".best is not null)::int + (answers."month-of-automation".best is not null)::int + (answers."monday-board".best is not null)::int + (answers."bring-light".best is not null)::int + (answers."owner-wanted".best is not null)::int + (answers."good-tuesday".best is not null)::int + (answers."with-people".best is not null)::int + (answers."safeguards".best is not null)::int + (answers."learn-from-the-best".best is not null)::int + (answers."course-next-week".best is not null)::int + (answers."more-code".best is not null)::int + (answers."training-money".best is not null)::int + (answers."ask-me-about".best is not null)::int + (answers."problem-to-crack".best is not null)::int + (answers."people-skill".best is not null)::int + (answers."free-friday".best is not null)::int + (answers."quiet-skill".best is not null)::int + (answers."five-years".best is not null)::int + (answers."proud-next-year".best is not null)::int + (answers."ten-minutes".best is not null)::int + (answers."celebration".best is not null)::int + (answers."point-to".best is not null)::int + (answers."dinner-story".best is not null)::int + (answers."one-number".best is not null)::int + (answers."good-weekend".best is not null)::int + (answers."line-of-thanks".best is not null)::int, 0)) as "devops",
  50 * (1 + (coalesce((answers."free-week".best = 'd')::int - (answers."free-week".worst = 'd')::int, 0)
      + coalesce((answers."new-service".best = 'c')::int - (answers."new-service".worst = 'c')::int, 0)
      + coalesce((answers."month-of-automation".best = 'c')::int - (answers."month-of-automation".worst = 'c')::int, 0)
      + coalesce((answers."monday-board".best = 'a')::int - (answers."monday-board".worst = 'a')::int, 0)
      + coalesce((answers."bring-light".best = 'c')::int - (answers."bring-light".worst = 'c')::int, 0)
      + coalesce((answers."owner-wanted".best = 'b')::int - (answers."owner-wanted".worst = 'b')::int, 0)
      + coalesce((answers."good-tuesday".best = 'c')::int - (answers."good-tuesday".worst = 'c')::int, 0)
      + coalesce((answers."with-people".best = 'a')::int - (answers."with-people".worst = 'a')::int, 0)
      + coalesce((answers."safeguards".best = 'b')::int - (answers."safeguards".worst = 'b')::int, 0)
      + coalesce((answers."learn-from-the-best".best = 'b')::int - (answers."learn-from-the-best".worst = 'b')::int, 0)
      + coalesce((answers."course-next-week".best = 'c')::int - (answers."course-next-week".worst = 'c')::int, 0)
      + coalesce((answers."more-code".best = 'a')::int - (answers."more-code".worst = 'a')::int, 0)
      + coalesce((answers."training-money".best = 'd')::int - (answers."training-money".worst = 'd')::int, 0)
      + coalesce((answers."ask-me-about".best = 'c')::int - (answers."ask-me-about".worst = 'c')::int, 0)
      + coalesce((answers."problem-to-crack".best = 'b')::int - (answers."problem-to-crack".worst = 'b')::int, 0)
      + coalesce((answers."people-skill".best = 'd')::int - (answers."people-skill".worst = 'd')::int, 0)
      + coalesce((answers."free-friday".best = 'a')::int - (answers."free-friday".worst = 'a')::int, 0)
      + coalesce((answers."quiet-skill".best = 'b')::int - (answers."quiet-skill".worst = 'b')::int, 0)
      + coalesce((answers."five-years".best = 'b')::int - (answers."five-years".worst = 'b')::int, 0)
      + coalesce((answers."proud-next-year".best = 'b')::int - (answers."proud-next-year".worst = 'b')::int, 0)
      + coalesce((answers."ten-minutes".best = 'a')::int - (answers."ten-minutes".worst = 'a')::int, 0)
      + coalesce((answers."celebration".best = 'd')::int - (answers."celebration".worst = 'd')::int, 0)
      + coalesce((answers."point-to".best = 'a')::int - (answers."point-to".worst = 'a')::int, 0)
      + coalesce((answers."dinner-story".best = 'd')::int - (answers."dinner-story".worst = 'd')::int, 0)
      + coalesce((answers."one-number".best = 'a')::int - (answers."one-number".worst = 'a')::int, 0)
      + coalesce((answers."good-weekend".best = 'd')::int - (answers."good-weekend".worst = 'd')::int, 0)
      + coalesce((answers."line-of-thanks".best = 'c')::int - (answers."line-of-thanks".worst = 'c')::int, 0))::double
      / nullif((answers."free-week".best is not null)::int + (answers."new-service".best is not null)::int + (answers."month-of-automation".best is not null)::int + (answers."monday-board".best is not null)::int + (answers."bring-light".best is not null)::int + (answers."owner-wanted".best is not null)::int + (answers."good-tuesday".best is not null)::int + (answers."with-people".best is not null)::int + (answers."safeguards".best is not null)::int + (answers."learn-from-the-best".best is not null)::int + (answers."course-next-week".best is not null)::int + (answers."more-code".best is not null)::int + (answers."training-money".best is not null)::int + (answers."ask-me-about".best is not null)::int + (answers."problem-to-crack".best is not null)::int + (answers."people-skill".best is not null)::int + (answers."free-friday".best is not null)::int + (answers."quiet-skill".best is not null)::int + (answers."five-years".best is not null)::int + (answers."proud-next-year".best is not null)::int + (answers."ten-minutes".best is not null)::int + (answers."celebration".best is not null)::int + (answers."point-to".best is not null)::int + (answers."dinner-story".best is not null)::int + (answers."one-number".best is not null)::int + (answers."good-weekend".best is not null)::int + (answers."line-of-thanks".best is not null)::int, 0)) as "platform",
  50 * (1 + (coalesce((answers."free-week".best = 'a')::int - (answers."free-week".worst = 'a')::int, 0)
      + coalesce((answers."new-service".best = 'b')::int - (answers."new-service".worst = 'b')::int, 0)
      + coalesce((answers."month-of-automation".best = 'b')::int - (answers."month-of-automation".worst = 'b')::int, 0)
      + coalesce((answers."monday-board".best = 'd')::int - (answers."monday-board".worst = 'd')::int, 0)
      + coalesce((answers."bring-light".best = 'a')::int - (answers."bring-light".worst = 'a')::int, 0)
      + coalesce((answers."owner-wanted".best = 'a')::int - (answers."owner-wanted".worst = 'a')::int, 0)
      + coalesce((answers."good-tuesday".best = 'a')::int - (answers."good-tuesday".worst = 'a')::int, 0)
      + coalesce((answers."with-people".best = 'c')::int - (answers."with-people".worst = 'c')::int, 0)
      + coalesce((answers."safeguards".best = 'd')::int - (answers."safeguards".worst = 'd')::int, 0)
      + coalesce((answers."learn-from-the-best".best = 'c')::int - (answers."learn-from-the-best".worst = 'c')::int, 0)
      + coalesce((answers."course-next-week".best = 'd')::int - (answers."course-next-week".worst = 'd')::int, 0)
      + coalesce((answers."more-code".best = 'd')::int - (answers."more-code".worst = 'd')::int, 0)
      + coalesce((answers."training-money".best = 'b')::int - (answers."training-money".worst = 'b')::int, 0)
      + coalesce((answers."ask-me-about".best = 'd')::int - (answers."ask-me-about".worst = 'd')::int, 0)
      + coalesce((answers."problem-to-crack".best = 'd')::int - (answers."problem-to-crack".worst = 'd')::int, 0)
      + coalesce((answers."people-skill".best = 'b')::int - (answers."people-skill".worst = 'b')::int, 0)
      + coalesce((answers."free-friday".best = 'b')::int - (answers."free-friday".worst = 'b')::int, 0)
      + coalesce((answers."quiet-skill".best = 'c')::int - (answers."quiet-skill".worst = 'c')::int, 0)
      + coalesce((answers."five-years".best = 'a')::int - (answers."five-years".worst = 'a')::int, 0)
      + coalesce((answers."proud-next-year".best = 'a')::int - (answers."proud-next-year".worst = 'a')::int, 0)
      + coalesce((answers."ten-minutes".best = 'c')::int - (answers."ten-minutes".worst = 'c')::int, 0)
      + coalesce((answers."celebration".best = 'c')::int - (answers."celebration".worst = 'c')::int, 0)
      + coalesce((answers."point-to".best = 'b')::int - (answers."point-to".worst = 'b')::int, 0)
      + coalesce((answers."dinner-story".best = 'c')::int - (answers."dinner-story".worst = 'c')::int, 0)
      + coalesce((answers."one-number".best = 'd')::int - (answers."one-number".worst = 'd')::int, 0)
      + coalesce((answers."good-weekend".best = 'a')::int - (answers."good-weekend".worst = 'a')::int, 0)
      + coalesce((answers."line-of-thanks".best = 'b')::int - (answers."line-of-thanks".worst = 'b')::int, 0))::double
      / nullif((answers."free-week".best is not null)::int + (answers."new-service".best is not null)::int + (answers."month-of-automation".best is not null)::int + (answers."monday-board".best is not null)::int + (answers."bring-light".best is not null)::int + (answers."owner-wanted".best is not null)::int + (answers."good-tuesday".best is not null)::int + (answers."with-people".best is not null)::int + (answers."safeguards".best is not null)::int + (answers."learn-from-the-best".best is not null)::int + (answers."course-next-week".best is not null)::int + (answers."more-code".best is not null)::int + (answers."training-money".best is not null)::int + (answers."ask-me-about".best is not null)::int + (answers."problem-to-crack".best is not null)::int + (answers."people-skill".best is not null)::int + (answers."free-friday".best is not null)::int + (answers."quiet-skill".best is not null)::int + (answers."five-years".best is not null)::int + (answers."proud-next-year".best is not null)::int + (answers."ten-minutes".best is not null)::int + (answers."celebration".best is not null)::int + (answers."point-to".best is not null)::int + (answers."dinner-story".best is not null)::int + (answers."one-number".best is not null)::int + (answers."good-weekend".best is not null)::int + (answers."line-of-thanks".best is not null)::int, 0)) as "sre"
  from read_json('PEOPLE', format='newline_delimited', maximum_object_size=262144, columns={id: 'varchar', answers: 'struct(
    "free-week" struct(best varchar, worst varchar),
    "new-service" struct(best varchar, worst varchar),
    "month-of-automation" struct(best varchar, worst varchar),
    "monday-board" struct(best varchar, worst varchar),
    "bring-light" struct(best varchar, worst varchar),
    "owner-wanted" struct(best varchar, worst varchar),
    "good-tuesday" struct(best varchar, worst varchar),
    "with-people" struct(best varchar, worst varchar),
    "safeguards" struct(best varchar, worst varchar),
    "learn-from-the-best" struct(best varchar, worst varchar),
    "course-next-week" struct(best varchar, worst varchar),
    "more-code" struct(best varchar, worst varchar),
    "training-money" struct(best varchar, worst varchar),
    "ask-me-about" struct(best varchar, worst varchar),
    "problem-to-crack" struct(best varchar, worst varchar),
    "people-skill" struct(best varchar, worst varchar),
    "free-friday" struct(best varchar, worst varchar),
    "quiet-skill" struct(best varchar, worst varchar),
    "five-years" struct(best varchar, worst varchar),
    "proud-next-year" struct(best varchar, worst varchar),
    "ten-minutes" struct(best varchar, worst varchar),
    "celebration" struct(best varchar, worst varchar),
    "point-to" struct(best varchar, worst varchar),
    "dinner-story" struct(best varchar, worst varchar),
    "one-number" struct(best varchar, worst varchar),
    "good-weekend" struct(best varchar, worst varchar),
    "line-of-thanks" struct(best varchar, worst varchar))'}))
to 'OUT' (format json);
