#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "intake/form_labels.h"
#include "intake/form_money.h"
#include "intake/intake.h"
#include "intake/row_account.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// Reads what a form says around its table of indicators: project, agencies, goals, funding.
///
/// Shape   label cells with their value at the right; blocks of amounts or goals under a head,
///         whose heading is a merged cell at the left. Rows come in document order.
class FormReader {
 public:
  /// Both outlive this.
  FormReader(Intake& intake, RowAccount& account) : intake_(intake), account_(account) {}

  /// True when the row begins a form or a new part of one: its first own text is a label of the
  /// project, an agency or a goal that has a value.
  [[nodiscard]] static bool begins(const SeenRow& row);

  /// True when the row explains the execution of the budget, as forms do below their table.
  [[nodiscard]] static bool explains(const SeenRow& row);

  /// Reads a row that is none of a table of indicators; false when it says nothing a form would.
  [[nodiscard]] bool take(const SeenRow& row);

  /// "单位名称：甲局", "单位：万元" on a line of its own.
  [[nodiscard]] bool take_line(const SeenRow& row);

  /// A table of indicators begins: the next label begins another form.
  void table_begins();

  /// Ends the form: a sheet ends or another form begins.
  void finish();

  /// Whose indicators the form's table holds: the executing agency, else the one it names, else
  /// the parent.
  [[nodiscard]] std::string agency() const;

  [[nodiscard]] const std::string& project() const {
    return record_.name;
  }

 private:
  /// A cell with text, and where it stands.
  struct FormCell {
    std::size_t column{};
    std::string_view text;
    bool carried{};  // a merged cell from above
  };

  using Cells = std::vector<FormCell>;

  /// A column under a head of a block of amounts.
  struct MoneyColumn {
    MoneyHead head{};
    std::string text{};   // over amounts
    std::string label{};  // head over the labels at the left
  };

  /// The block of amounts being read: its columns by position.
  struct MoneyBlock {
    std::size_t first{};
    std::string heading{};
    std::vector<std::optional<MoneyColumn>> columns{};
    bool several{};   // pairs of labels and amounts side by side
    bool executed{};  // its first row, the sum of the others, has been read
  };

  /// An amount that waits for its unit.
  struct Unitless {
    std::size_t funding{};  // index in intake
    Decimal number;
  };

  /// A unit, and the words that say it.
  struct SaidUnit {
    MoneyUnit unit;
    std::string evidence;
  };

  [[nodiscard]] static Cells cells_of(const SeenRow& row);
  void leave_place(const SeenRow& row);
  static std::optional<std::size_t> put_heads(const Cells& cells, MoneyBlock& block);
  bool take_money_head(const SeenRow& row, const Cells& cells);
  bool take_money_row(const SeenRow& row, const Cells& cells);
  [[nodiscard]] const std::optional<MoneyColumn>& money_column(const FormCell& cell) const;
  void add_block_amount(const SeenRow& row, const Cells& cells, const FormCell& cell,
                        std::string_view label);
  void add_execution(const SeenRow& row, const Cells& cells);
  bool take_goal_head(const Cells& cells);
  bool take_goal_row(const SeenRow& row, const Cells& cells);
  bool take_labels(const SeenRow& row, const Cells& cells);
  bool take_pair(const SeenRow& row, const Cells& cells, std::size_t& at);
  void put(const SeenRow& row, const FormCell& label, const FormCell& value);
  void begin_part(bool another);
  void put_identity(FormLabel label, std::string value, const Place& place);
  void put_goal(std::string_view label, std::string_view text, const Place& place);
  void put_text(EvaluationPart part, std::string_view text, const Place& place);
  void put_secrecy(std::string_view text, const Place& place);
  void put_narrative(std::string_view text, const Place& place);
  void add_funding(Funding funding, std::string_view text, const std::optional<MoneyUnit>& unit);
  [[nodiscard]] std::optional<int> year_of(std::string_view label) const;
  [[nodiscard]] std::optional<SaidUnit> unit_of_texts() const;
  void settle_units();
  void drop_headings();

  Intake& intake_;
  RowAccount& account_;
  ProjectRecord record_{};
  std::optional<SecrecyMark> secrecy_{};  // whose project may be named below it
  bool open_{};                           // a label has had a value in this form
  bool used_{};                           // a table of indicators belongs to it
  std::string heading_{};
  std::optional<MoneyBlock> money_{};
  std::vector<std::pair<std::size_t, std::string>> goal_columns_{};  // column and label
  std::optional<MoneyUnit> unit_{};  // 单位：万元 above the form
  std::size_t goals_before_{};       // of the forms above this one
  std::vector<std::string> narratives_{};
  std::vector<Unitless> unitless_{};
  Place last_{};
};

}  // namespace jiheng::intake
