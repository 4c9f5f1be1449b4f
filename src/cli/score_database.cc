#include "cli/score_database.h"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "app/naming.h"
#include "app/score_export.h"
#include "app/score_keeping.h"
#include "cli/options.h"

namespace jiheng::cli {
namespace {

/// Takes projects as they come: csv and json are written at once, the rest needs them all.
class ProjectWriter {
 public:
  ProjectWriter(app::Scoring head, app::ReviewFormat format, std::ostream& out,
                const Context& context)
      : head_(std::move(head)), kept_(head_), format_(format), out_(out), context_(context) {
    out_ << app::score_header(format_);
  }

  Result<void> take(const app::ScoreInput& input, const ProjectScore& score) {
    app::add_project(kept_, input, score);
    if (format_ == app::ReviewFormat::csv || format_ == app::ReviewFormat::json) {
      write();
    }
    return {};
  }

  Result<void> finish() {
    if (format_ == app::ReviewFormat::xlsx) {
      counts_.add(kept_);
      JH_TRY(const auto bytes,
             app::score_workbook({kept_}, context_.library.catalogue, context_.data_language));
      out_ << bytes;
    } else if (format_ == app::ReviewFormat::text) {
      write();
    }
    context_.tell({"cli.summary.score",
                   {std::to_string(counts_.projects), std::to_string(counts_.scored),
                    std::to_string(counts_.unscored), std::to_string(counts_.differences)}});
    return {};
  }

 private:
  void write() {
    counts_.add(kept_);
    out_ << app::score_lines(kept_, format_, context_.library.catalogue, context_.data_language);
    kept_ = head_;
  }

  app::Scoring head_;
  app::Scoring kept_;
  app::ReviewFormat format_;
  std::ostream& out_;
  const Context& context_;
  app::ScoringCounts counts_{};
};

/// How far it is, on a terminal; an interrupt stops it.
app::LongWork work_of(const Context& context) {
  app::LongWork work{.stop = context.terminal.interrupts()};
  if (context.terminal.err_is_terminal) {
    work.tell = [&context](std::int64_t done, std::int64_t all) {
      context.terminal.err << fmt::format("\r\033[K{}/{}", done, all)
                           << (done == all ? "\r\033[K" : "") << std::flush;
    };
  }
  return work;
}

Result<app::ScoreRequest> request_of(const DatabaseScores& options,
                                     const app::Workspace& workspace) {
  app::ScoreRequest request{.run = options.run, .profile = options.profile};
  if (options.run != 0) {
    return request;
  }
  if (options.year == 0) {
    return fail(ErrorCode::invalid_input, {"cli.score_needs_year"});
  }
  request.scope.year = options.year;
  if (!options.agency.empty()) {
    JH_TRY(request.scope.agency, app::agency_named(workspace, options.year, options.agency));
  }
  request.as_of = parse_iso_date(options.as_of);
  if (!options.as_of.empty() && !request.as_of) {
    return fail(ErrorCode::invalid_input, {"cli.bad_day", {options.as_of}});
  }
  if (!request.as_of) {
    request.as_of = app::today(workspace);
  }
  return request;
}

/// The run whose kept scores are shown: the one named, or one kept now; 0 to keep nothing.
Result<std::int64_t> shown_run(const DatabaseScores& options, const app::ScoreRequest& request,
                               const app::Workspace& workspace, const Context& context) {
  if (!options.keep) {
    return options.profile.empty() ? options.run : 0;
  }
  const auto work = work_of(context);
  JH_TRY(const auto run,
         options.run == 0 ? app::keep_scores(workspace, request, work)
                          : app::keep_scores_again(workspace, options.run, options.profile, work));
  context.tell({"cli.score.kept", {std::to_string(run.id), std::to_string(run.done)}});
  if (run.counts.proposed > 0) {
    context.tell({"cli.score.proposed", {std::to_string(run.counts.proposed)}});
  }
  return run.id;
}

/// What stands above the scores.
Result<app::Scoring> head_of(const app::ScoreRequest& request, std::int64_t shown,
                             const app::Workspace& workspace) {
  if (shown == 0 && request.run == 0) {
    JH_TRY(const auto profile,
           workspace.library.scoring_profile(request.profile.empty() ? packs::kDefaultScoringProfile
                                                                     : request.profile));
    return app::Scoring{.source = app::source_of_scores(request.scope.year, *request.as_of),
                        .profile = profile.title};
  }
  JH_TRY(const auto run, app::score_run(workspace, shown == 0 ? request.run : shown));
  app::Scoring head{.source = app::source_of_scores(run.run.scope.year, run.run.as_of),
                    .profile = run.run.profile.title};
  if (shown == 0) {
    JH_TRY(const auto profile, workspace.library.scoring_profile(request.profile));
    head.profile = profile.title;
  }
  return head;
}

Result<Exit> check_bytes(std::int64_t run, const app::Workspace& workspace,
                         const Context& context) {
  JH_TRY(const auto again, app::rerun(workspace, run, work_of(context)));
  const bool same = again.same == again.projects;
  context.tell({same ? "cli.score.same_bytes" : "cli.score.other_bytes",
                {std::to_string(again.projects), std::to_string(again.projects - again.same)}});
  return same ? Exit::done : Exit::partly;
}

Result<Exit> show(const DatabaseScores& options, const app::Workspace& workspace,
                  app::ReviewFormat format, std::ostream& out, const Context& context) {
  JH_TRY(const auto request, request_of(options, workspace));
  JH_TRY(const auto shown, shown_run(options, request, workspace, context));
  JH_TRY(auto head, head_of(request, shown, workspace));
  ProjectWriter writer(std::move(head), format, out, context);
  const auto take = [&](const app::ScoreInput& input, const ProjectScore& score) {
    return writer.take(input, score);
  };
  if (shown != 0) {
    JH_TRY_DO(app::each_kept_score(workspace, shown, work_of(context), take));
  } else {
    JH_TRY_DO(app::each_score(workspace, request, work_of(context), take));
  }
  JH_TRY_DO(writer.finish());
  return shown == 0 ? Exit::done : check_bytes(shown, workspace, context);
}

}  // namespace

void add_database_scores(CLI::App& command, DatabaseScores& options) {
  command.add_option("--database", options.database);
  command.add_option("--year", options.year)->check(CLI::Range(1990, 2100));
  command.add_option("--agency", options.agency);
  command.add_option("--profile", options.profile);
  command.add_option("--as-of", options.as_of);
  command.add_flag("--keep", options.keep);
  command.add_option("--run", options.run)->check(CLI::PositiveNumber);
}

bool is_asked(const DatabaseScores& options) {
  return !options.database.empty() || options.year != 0 || !options.agency.empty() ||
         !options.as_of.empty() || options.keep || options.run != 0;
}

Result<Exit> score_database(const DatabaseScores& options, const std::string& packs,
                            app::ReviewFormat format, std::ostream& out, Context& context) {
  JH_TRY(const auto database,
         open_database(context, options.database, {.packs = {.packs = packs, .pack = {}}}));
  auto exit = show(options, database->workspace(), format, out, context);
  if (!exit && exit.error().message.key == "score_keeping.stopped") {
    context.complain(exit.error());
    return Exit::interrupted;
  }
  return exit;
}

}  // namespace jiheng::cli
