<?xml version="1.0" encoding="UTF-8"?>
<!-- The yearly statement as a page that is complete in one file: reading, printing, filing. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:s="urn:trygghetsregister:statement:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="s f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>
  <xsl:import href="parts/conditions.xsl"/>
  <xsl:import href="parts/attendance.xsl"/>
  <xsl:import href="parts/qr.xsl"/>
  <xsl:import href="../parts/statement.xsl"/>

  <xsl:variable name="decision" select="/s:statement/s:decision"/>
  <xsl:variable name="amount" select="f:amount(string($decision/@amount))"/>

  <xsl:template match="/s:statement">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="concat(f:message($title, 'year', string(@year)), ', ', @number)"/>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main>
          <xsl:apply-templates select="s:recipient"/>
          <h1>
            <span class="kicker"><xsl:value-of select="f:message('statement.subject')"/></span>
            <xsl:value-of select="f:message($title, 'year', string(@year))"/>
          </h1>
          <xsl:if test="$language != 'sv'">
            <p class="small"><xsl:value-of select="f:message('statement.translation')"/></p>
          </xsl:if>
          <xsl:apply-templates select="s:correction"/>
          <p class="lead"><xsl:call-template name="lead"/></p>
          <xsl:call-template name="summary"/>
          <xsl:apply-templates select="s:decision/s:attendance[@counted &gt; 0]" mode="chart"/>
          <section class="note">
            <h2><xsl:value-of select="f:message('statement.reservation-heading')"/></h2>
            <p><xsl:value-of select="f:message(string($reservation), 'amount', $amount)"/></p>
            <!-- Words of the law data, which are Swedish. -->
            <xsl:for-each select="s:income-neutral"><p lang="sv" xml:lang="sv"><xsl:value-of select="."/></p></xsl:for-each>
          </section>
          <xsl:call-template name="verification">
            <xsl:with-param name="heading" select="f:message('statement.verify-heading')"/>
            <xsl:with-param name="text" select="f:message($verify)"/>
          </xsl:call-template>
          <!-- The first page says all that is needed, the next how it was counted. -->
          <div class="page-break">
            <xsl:call-template name="conditions">
              <xsl:with-param name="conditions" select="s:decision/s:condition"/>
            </xsl:call-template>
            <p>
              <xsl:choose>
                <xsl:when test="s:decision/@automated = 'true'"><xsl:value-of select="f:message('statement.automated')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="f:message('statement.officer')"/></xsl:otherwise>
              </xsl:choose>
            </p>
          </div>
        </main>
        <xsl:call-template name="footer"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lead">
    <xsl:value-of select="f:message($lead, 'year', string(@year), 'amount', $amount)"/>
  </xsl:template>

  <xsl:template match="s:correction">
    <p>
      <xsl:value-of select="f:message(concat('statement.corrects-by-', @act), 'number', string(@supersedes))"/>
      <xsl:if test="string(.)">
        <xsl:text> </xsl:text>
        <!-- The officer's own words, which are Swedish. -->
        <xsl:value-of select="f:message('statement.correction-reason', 'reason', '')"/><span lang="sv" xml:lang="sv"><xsl:value-of select="."/></span>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template name="summary">
    <table class="facts">
      <caption><xsl:value-of select="f:message('statement.summary')"/></caption>
      <tbody>
        <xsl:call-template name="row">
          <xsl:with-param name="label" select="f:message('statement.year')"/>
          <xsl:with-param name="value" select="@year"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="label" select="f:message('statement.person')"/>
          <xsl:with-param name="value" select="s:recipient/@number"/>
        </xsl:call-template>
        <tr>
          <th scope="row"><xsl:value-of select="f:message('statement.window')"/></th>
          <td>
            <xsl:for-each select="s:decision/s:window">
              <div class="window"><span class="dates"><xsl:value-of select="concat(@from, '–', @to, ',')"/></span><xsl:text> </xsl:text><span class="ring"><xsl:value-of select="concat(f:message('statement.in-ring'), '&#160;', @ring)"/></span></div>
            </xsl:for-each>
          </td>
        </tr>
        <xsl:call-template name="row">
          <xsl:with-param name="label" select="f:message('statement.attendance')"/>
          <xsl:with-param name="value" select="f:message('statement.of', 'attended', string($decision/s:attendance/@attended), 'counted', string($decision/s:attendance/@counted))"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="label" select="f:message('statement.share')"/>
          <xsl:with-param name="value" select="f:percent(string($decision/s:attendance/@attended), string($decision/s:attendance/@counted))"/>
        </xsl:call-template>
        <tr class="total">
          <th scope="row"><xsl:value-of select="f:message('statement.amount')"/></th>
          <td><xsl:value-of select="f:message('statement.kronor', 'amount', $amount)"/></td>
        </tr>
        <xsl:call-template name="row">
          <xsl:with-param name="label" select="f:message('statement.decided')"/>
          <xsl:with-param name="value" select="f:message('statement.decided-on', 'day', string($decision/@decided), 'version', string($decision/@version))"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="label" select="f:message('statement.rules')"/>
          <xsl:with-param name="value" select="$decision/@rules"/>
        </xsl:call-template>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <tr>
      <th scope="row"><xsl:value-of select="$label"/></th>
      <td><xsl:value-of select="$value"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
