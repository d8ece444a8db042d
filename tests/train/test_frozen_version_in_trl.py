"""A frozen version goes into trl as it is: `messages` and `tools`, loss on the assistant's turns alone."""

from pathlib import Path

import pytest

from curation.teaching import teach
from data.questions import load_questions
from data.recipe import load_recipe
from data.store import Store
from data.tables import TRACES
from data.versions import VersionRow, Versions
from tests.data.test_versions import manifest
from workbench.tools import Workbench

pytest.importorskip("trl", reason="the train extra is not installed: make install-test")

CHAT = (
    "{% if tools %}<|tools|>{{ tools | tojson }}<|end|>{% endif %}"
    "{% for message in messages %}<|{{ message.role }}|>"
    "{% if message.role == 'assistant' %}{% generation %}{{ message.content }}"
    "{% for call in message.tool_calls or [] %}<tool_call>{{ call.function | tojson }}</tool_call>{% endfor %}<|end|>{% endgeneration %}"
    "{% else %}{{ message.content }}<|end|>{% endif %}{% endfor %}"
)


@pytest.fixture
def version(tmp_path: Path) -> str:
    """A few real tool-use traces, frozen."""
    recipe = load_recipe("loop")
    grid = recipe.grid.model_copy(update={"scenarios": {"lookup": 3, "methodology": 3}})
    store = Store(str(tmp_path / "home"))
    recipe = recipe.model_copy(update={"grid": grid})
    teach(store, recipe, questions=load_questions(), workbench=Workbench(tmp_path / "home"))
    rows = [VersionRow(id=trace.id, split="train", trace=trace) for trace in store.read(TRACES)]
    versions = Versions(str(tmp_path / "home"))
    versions.write(manifest(rows), rows)
    return versions.location("n1")


def test_a_frozen_version_trains(version: str, tmp_path: Path) -> None:
    import torch
    from datasets import load_dataset
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM
    from trl import SFTConfig, SFTTrainer

    words = Tokenizer(
        models.BPE(vocab={token: i for i, token in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}, merges=[])
    )
    words.pre_tokenizer, words.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, eos_token="<|end|>", pad_token="<|pad|>")
    tokenizer.chat_template = CHAT
    torch.manual_seed(0)
    small = {
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
    }
    model = Qwen2ForCausalLM(Qwen2Config(vocab_size=len(tokenizer), **small))

    rows = load_dataset(version, split="train", cache_dir=str(tmp_path / "cache"))
    settings = SFTConfig(
        output_dir=str(tmp_path / "run"),
        max_steps=2,
        per_device_train_batch_size=2,
        assistant_only_loss=True,
        max_length=32_768,
        report_to=[],
        use_cpu=True,
        disable_tqdm=True,
        save_strategy="no",
    )
    trainer = SFTTrainer(model=model, args=settings, train_dataset=rows, processing_class=tokenizer)
    prepared = trainer.train_dataset
    assert len(prepared) == len(rows) == 6
    for row in prepared:
        learned = tokenizer.decode([label for label in row["labels"] if label != -100])
        assert "<tool_call>" in learned
        assert "null" not in learned
        assert "<|tool|>" not in learned
        assert "You are a trading-research assistant" not in learned
    trainer.train()
    assert trainer.state.global_step == 2
    assert torch.isfinite(torch.tensor(trainer.state.log_history[-1]["train_loss"]))
